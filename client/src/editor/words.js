// The words of SPARQL: keywords, and functions with what they take.

export const KEYWORDS = [
  "SELECT", "SELECT DISTINCT", "CONSTRUCT", "DESCRIBE", "ASK", "WHERE", "FROM", "FROM NAMED", "PREFIX", "BASE", "OPTIONAL",
  "UNION", "MINUS", "GRAPH", "FILTER", "FILTER NOT EXISTS", "FILTER EXISTS", "BIND", "VALUES", "AS", "GROUP BY", "HAVING",
  "ORDER BY", "ASC", "DESC", "LIMIT", "OFFSET", "DISTINCT", "IN", "NOT IN", "UNDEF", "true", "false",
]; // prettier-ignore

export const FUNCTIONS = {
  COUNT: "?x", SUM: "?x", AVG: "?x", MIN: "?x", MAX: "?x", SAMPLE: "?x", GROUP_CONCAT: "?x; SEPARATOR=\", \"",
  STR: "?x", LANG: "?text", LANGMATCHES: "LANG(?text), \"zh\"", DATATYPE: "?value", BOUND: "?x", IRI: "text", STRDT: "text, type",
  STRLANG: "text, tag", ISIRI: "?x", ISBLANK: "?x", ISLITERAL: "?x", ISNUMERIC: "?x", SAMETERM: "?x, ?y", COALESCE: "?x, ?y …",
  IF: "test, then, else", CONCAT: "text, text …", STRLEN: "text", SUBSTR: "text, start, length", UCASE: "text", LCASE: "text",
  CONTAINS: "text, part", STRSTARTS: "text, beginning", STRENDS: "text, end", STRBEFORE: "text, mark", STRAFTER: "text, mark",
  REPLACE: "text, pattern, by", REGEX: "text, pattern, \"i\"", ENCODE_FOR_URI: "text", ABS: "n", CEIL: "n", FLOOR: "n", ROUND: "n",
  RAND: "", YEAR: "date", MONTH: "date", DAY: "date", NOW: "", MD5: "text", SHA256: "text",
}; // prettier-ignore
