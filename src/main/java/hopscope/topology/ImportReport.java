package hopscope.topology;

/**
 * What reading a network file met and changed, all counted over the whole file.
 *
 * @param linksInFile links as written, self-loops and parallel ones included
 * @param selfLoops links from a node to itself, dropped
 * @param parallelLinks further links between two nodes already linked, in either direction, merged
 * @param isolatedNodes nodes without a link
 * @param components connected components, isolated nodes included
 */
public record ImportReport(int linksInFile, int selfLoops, int parallelLinks, int isolatedNodes, int components) {}
