import { whatIfRatio } from "/work/wt-access/bench/prove/what-if-speed";

console.log(whatIfRatio());
