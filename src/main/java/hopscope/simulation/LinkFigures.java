package hopscope.simulation;

/**
 * What a class of links was asked to do to frames beside what it did in one run. Frames that a cut destroyed on their way
 * count as if they had arrived.
 *
 * @param className of the links
 * @param directions that belong to it
 * @param frames sent
 * @param bytes of them, with their headers
 * @param arrived frames that arrive, damaged ones included, copies not
 * @param configuredLoss share lost by the link's loss, 0 … 1; of segments where there is an MTU
 * @param measuredLoss the same, of all frames or segments that were put on the links; NaN where none were
 * @param configuredMeanMs mean latency of propagation
 * @param measuredMeanMs mean latency from sending to arrival, with waiting and transmission
 * @param configuredP50Ms as the mean
 * @param measuredP50Ms as the mean, within 1.6 per cent
 * @param configuredP95Ms as the mean
 * @param measuredP95Ms as the mean, within 1.6 per cent
 * @param duplicated frames that arrived twice
 * @param overtaking frames that were free to overtake others
 * @param damaged frames that arrived damaged
 * @param dropped frames that found a queue full
 * @param queueMeanMs mean time that frames waited for the bandwidth; NaN where there is none
 * @param queueMaxMs longest time that a frame waited
 * @param queueMaxFrames most frames that waited for one direction
 */
public record LinkFigures(
        String className,
        int directions,
        long frames,
        long bytes,
        long arrived,
        double configuredLoss,
        double measuredLoss,
        double configuredMeanMs,
        double measuredMeanMs,
        double configuredP50Ms,
        double measuredP50Ms,
        double configuredP95Ms,
        double measuredP95Ms,
        long duplicated,
        long overtaking,
        long damaged,
        long dropped,
        double queueMeanMs,
        double queueMaxMs,
        int queueMaxFrames) {}
