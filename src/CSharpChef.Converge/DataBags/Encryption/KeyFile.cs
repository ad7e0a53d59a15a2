using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Converge.DataBags.Encryption;

/// <summary>
/// A file of keys for data bag items, one a line; the last one encrypts. Only its owner may read it.
/// </summary>
internal sealed class KeyFile(string path)
{
    public const string Variable = "CSHARPCHEF_DATA_BAG_KEY";
    private const string Name = "data-bag.keys";
    private const int AccessOfOthers = 0x3F;

    private static readonly TimeSpan longestWait = TimeSpan.FromMinutes(1);

    /// <summary>A file without keys.</summary>
    public static KeyFile None { get; } = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

    public string FullPath => path;

    public bool Exists => File.Exists(path);

    public string Shown => ShownPath.Of(path);

    /// <summary>The file of the user: the one that is given, else that of the variable, else the default.</summary>
    /// <param name="given">The path of the command line; null when it names none.</param>
    /// <param name="variable">Reads an environment variable.</param>
    public static KeyFile Of(string? given, Func<string, string?> variable) => new(Path.GetFullPath(
        given ?? (variable(Variable) is { Length: > 0 } set ? set : DefaultPath(variable))));

    /// <summary>Refuses a place in the Git repository of the items: the key would be published with them.</summary>
    /// <param name="folders">The folders of data bags.</param>
    /// <exception cref="UsageException">The file is in the repository of one of them.</exception>
    public void RefuseBeside(IReadOnlyList<string> folders)
    {
        if (RepositoryOf(Path.GetDirectoryName(path)!) is { } repository
            && folders.Any(folder => RepositoryOf(folder) == repository))
        {
            throw new UsageException(
                $"the key file {Shown} is in the repository {repository}, beside the items that it opens: name one outside of it with --data-bag-key");
        }
    }

    /// <summary>The keys in their order; none when the file does not exist.</summary>
    /// <exception cref="RecipeException">The file is damaged, or others may read it.</exception>
    public IReadOnlyList<DataBagKey> Read()
    {
        try
        {
            if (!Exists)
            {
                return [];
            }

            RefuseOthers();
            return [.. File.ReadAllLines(path).Index().Where(IsKey).Select(Parse)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"the key file {Shown} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Adds a key, which encrypts from now on.</summary>
    /// <exception cref="ChefException">The file is damaged, or cannot be locked or written.</exception>
    public void Add(DataBagKey key)
    {
        using var locked = Lock(CancellationToken.None);
        locked.Add(key);
    }

    /// <summary>Waits until no other process changes the file, and keeps others from it.</summary>
    /// <exception cref="UsageException">The file cannot be locked.</exception>
    public LockedKeyFile Lock(CancellationToken ct) => LockedKeyFile.Take(this, longestWait, ct);

    /// <summary>Checks that the file has a key, without which the items that it encrypts would be lost.</summary>
    /// <exception cref="RecipeException">The file does not have it.</exception>
    public void Require(DataBagKey key)
    {
        if (Read().All(each => each.Id != key.Id))
        {
            throw new RecipeException(
                $"the key {key.Id} is not in {Shown} any more, so nothing is encrypted with it: another program replaced the file");
        }
    }

    private static string? RepositoryOf(string path)
    {
        var folder = new DirectoryInfo(RealPath.Of(path));
        while (folder is not null && !Path.Exists(Path.Combine(folder.FullName, ".git")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }

    private static string DefaultPath(Func<string, string?> variable) => Path.Combine(
        variable("XDG_CONFIG_HOME") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"),
        "csharpchef",
        Name);

    private static bool IsKey((int Index, string Line) line) =>
        line.Line.Trim() is { Length: > 0 } text && !text.StartsWith('#');

    private DataBagKey Parse((int Index, string Line) line) => DataBagKey.Parse(line.Line.Trim())
        ?? throw new RecipeException(
            $"{Shown}:{line.Index + 1}: this line is not a key that csharpchef databag key new wrote: remove it, or copy it again");

    private void RefuseOthers()
    {
        if (UnixStatus.Of(path) is { } status && (status.Mode & AccessOfOthers) != 0)
        {
            throw new RecipeException($"others may read the key file {Shown}: chmod 600 {Shown}");
        }

        if (FileOwner.Distrust(path) is { } reason)
        {
            throw new RecipeException($"the key file {Shown} is not used, since {reason}");
        }
    }
}
