import { laws } from "./laws";

laws(200);
