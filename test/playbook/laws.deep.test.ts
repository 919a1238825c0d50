import { laws } from "./laws";

laws(10_000);
