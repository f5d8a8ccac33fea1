package hopscope.results;

/** Which Hopscope this is. */
public final class HopscopeVersion {
    private HopscopeVersion() {}

    /** The version from the jar's manifest, or {@code development} where the classes do not come from the jar. */
    public static String current() {
        String version = HopscopeVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
