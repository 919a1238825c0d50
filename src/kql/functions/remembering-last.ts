/** Work on a list that a call site is given row after row, done once. */

/** Makes again only what is asked of another list than the last one: the same list is the same array, for none is ever changed. */
export function rememberingLast<List extends object, Made>(make: (list: List) => Made): (list: List) => Made {
  let last: { readonly list: List; readonly made: Made } | undefined;
  return (list) => {
    if (last?.list !== list) last = { list, made: make(list) };
    return last.made;
  };
}
