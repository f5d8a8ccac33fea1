package hopscope.sweep;

import hopscope.document.YamlNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A sweep with the files that its cells name, in one file: all that another machine needs to do its runs.
 *
 * <p>It is a ZIP archive that holds each input under the absolute path that it has where the bundle is made. Read back, the
 * archive is the file system that the scenarios are loaded from: {@code file: ../net.graphml} and {@code file:
 * /data/net.graphml} find what they found at home, and nothing else is looked at. The cells come as documents, with every
 * value in place, in Java's serialisation: both ends are the same jar.
 */
public final class SweepBundle implements AutoCloseable {
    private static final String OWN = ".hopscope-sweep/";
    private static final String PLAN = OWN + SweepFolder.PLAN;
    private static final String FILE = OWN + "file";
    private static final String DOCUMENTS = OWN + "documents";

    /** The earliest time that the format knows, so that the same sweep gives the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final FileSystem files;
    private final LoadedSweep sweep;

    private SweepBundle(FileSystem files, LoadedSweep sweep) {
        this.files = files;
        this.sweep = sweep;
    }

    /**
     * Writes a bundle.
     *
     * @param archive made, or replaced
     * @throws UncheckedIOException if an input cannot be read any more, or the archive cannot be written
     */
    public static void write(LoadedSweep loaded, Path archive) {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            text(zip, PLAN, PlanJson.render(loaded.sweep()));
            text(zip, FILE, absolute(loaded.file()).toString());
            begin(zip, DOCUMENTS);
            ObjectOutputStream objects = new ObjectOutputStream(zip);
            objects.writeObject(loaded.documents().toArray(YamlNode[]::new));
            objects.flush();
            zip.closeEntry();
            for (Path input : distinct(loaded.inputs())) {
                begin(zip, input.toString().substring(1));
                Files.copy(input, zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(archive + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> distinct(List<Path> inputs) {
        return inputs.stream().map(SweepBundle::absolute).distinct().sorted().toList();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        begin(zip, name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    /**
     * Opens a bundle.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static SweepBundle open(Path archive) {
        try {
            FileSystem files = FileSystems.newFileSystem(archive, (ClassLoader) null);
            try {
                return new SweepBundle(files, read(files));
            } catch (IOException | RuntimeException e) {
                files.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(archive + ": not a sweep's bundle (" + e.getMessage() + ")", e);
        }
    }

    private static LoadedSweep read(FileSystem files) throws IOException {
        Path file = files.getPath(Files.readString(files.getPath(FILE)));
        List<YamlNode> documents = documents(Files.readAllBytes(files.getPath(DOCUMENTS)));
        Sweep sweep = PlanJson.parse(Files.readString(files.getPath(PLAN)), PLAN);
        return new LoadedSweep(sweep, file, documents, List.of(), List.of());
    }

    private static List<YamlNode> documents(byte[] bytes) throws IOException {
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return Arrays.asList((YamlNode[]) objects.readObject());
        } catch (ClassNotFoundException e) {
            throw new InvalidClassException(e.getMessage());
        }
    }

    /** The sweep; its cells are loaded from the bundle, until that is closed. */
    public LoadedSweep sweep() {
        return sweep;
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
