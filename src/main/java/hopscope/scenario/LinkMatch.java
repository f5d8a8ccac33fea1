package hopscope.scenario;

import java.util.List;

/**
 * Which links a class or selector means: those that fulfil every condition given; one at least is given.
 *
 * @param fileClass pattern of the class that the network file gives a link
 * @param links the links themselves
 * @param nodes both ends are among these
 * @param touching one end is among these
 * @param from the direction begins at one of these; the other direction is not meant
 * @param to the direction ends at one of these; the other direction is not meant
 * @param minLatency smallest latency of the network's own
 * @param maxLatency largest latency of the network's own
 * @param minKm smallest length in the network file
 * @param maxKm greatest length in the network file
 * @param minDegree both ends have so many links at least
 * @param maxDegree one end has so many links at most
 */
public record LinkMatch(
        @Setting(about = "Pattern of the class that the network file gives a link.")
        String fileClass,

        @Setting(about = "The links themselves.") List<LinkRef> links,
        @Setting(about = "Both ends are among these.") NodePatterns nodes,
        @Setting(about = "One end is among these.") NodePatterns touching,

        @Setting(about = "The direction begins at one of these; the other direction is not meant.")
        NodePatterns from,

        @Setting(about = "The direction ends at one of these; the other direction is not meant.")
        NodePatterns to,

        @Setting(about = "Smallest latency that the network itself gives a link.")
        TimeSpan minLatency,

        @Setting(about = "Largest latency that the network itself gives a link.")
        TimeSpan maxLatency,

        @Setting(about = "Smallest length in the network file, in km.", min = "0", max = "1000000000")
        Double minKm,

        @Setting(about = "Greatest length in the network file, in km.", min = "0", max = "1000000000")
        Double maxKm,

        @Setting(about = "Both ends have so many links at least.", min = "1", max = "1000000")
        Integer minDegree,

        @Setting(about = "One end has so many links at most.", min = "1", max = "1000000")
        Integer maxDegree) {}
