using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.Ssh.Config;

/// <summary>Finds and reads ssh_config files and the files they include.</summary>
internal sealed class SshConfigFiles(LocalAccount account)
{
    private const int DeepestInclude = 16;
    private const string SystemFolder = "/etc/ssh";

    public IEnumerable<SshConfigLine> ReadAll(string? onlyFile)
    {
        if (onlyFile is not null)
        {
            var path = account.Expand(onlyFile);
            return File.Exists(path)
                ? Read(path)
                : throw new UsageException(
                    $"The ssh config {path} does not exist. Correct --ssh-config, or omit it.");
        }

        return ReadIfThere(Path.Combine(UserFolder, "config"))
            .Concat(ReadIfThere(Path.Combine(SystemFolder, "ssh_config")));
    }

    /// <summary>
    /// The lines of the files that an Include names; relative paths start at the folder of the user's or system's
    /// config.
    /// </summary>
    public IEnumerable<SshConfigLine> Include(SshConfigLine line, int depth)
    {
        if (depth > DeepestInclude)
        {
            throw line.InvalidLine($"Include is nested deeper than {DeepestInclude}");
        }

        var folder = line.File.StartsWith(SystemFolder + "/", StringComparison.Ordinal) ? SystemFolder : UserFolder;
        return line.Words
            .Select(word => Path.Combine(folder, account.Expand(word)))
            .SelectMany(Glob)
            .SelectMany(Read);
    }

    private string UserFolder => Path.Combine(account.Home, ".ssh");

    private static List<SshConfigLine> ReadIfThere(string path) => File.Exists(path) ? Read(path) : [];

    private static List<SshConfigLine> Read(string path)
    {
        try
        {
            return Parse(File.ReadLines(path), path).ToList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"Cannot read the ssh config {path}: {e.Message} Make it readable, or pass another with "
                + "--ssh-config.", e);
        }
    }

    public static IEnumerable<SshConfigLine> Parse(IEnumerable<string> lines, string path) =>
        lines.Select((text, index) => SshConfigLine.Parse(text, path, index + 1)).OfType<SshConfigLine>();

    private static IEnumerable<string> Glob(string pattern)
    {
        IEnumerable<string> paths = ["/"];
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            paths = part.AsSpan().ContainsAny('*', '?')
                ? paths.SelectMany(folder => Entries(folder, part))
                : paths.Select(folder => Path.Combine(folder, part));
        }

        return paths.Where(File.Exists);
    }

    private static IEnumerable<string> Entries(string folder, string part) =>
        !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFileSystemEntries(folder)
                .Where(entry => HostPattern.Matches(part, Path.GetFileName(entry))
                    && (part[0] == '.' || Path.GetFileName(entry)[0] != '.'))
                .Order(StringComparer.Ordinal);
}
