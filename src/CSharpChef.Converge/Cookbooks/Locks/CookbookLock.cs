using System.Text.Json;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Converge.Cookbooks.Locks;

/// <summary>
/// The content of <c>cookbook.lock.json</c>, which stands beside the <c>cookbook.json</c> it belongs to and pins what
/// that cookbook depends on.
/// </summary>
/// <param name="File">The path that messages show.</param>
/// <param name="Cookbooks">The locked cookbooks by name.</param>
internal sealed record CookbookLock(string File, IReadOnlyDictionary<string, LockedCookbook> Cookbooks)
{
    public const string FileName = "cookbook.lock.json";

    /// <summary>The locked NuGet packages of scripts by id, compared without case.</summary>
    public IReadOnlyDictionary<string, LockedPackage> Packages { get; init; } = new Dictionary<string, LockedPackage>();

    /// <summary>The number of the form that this program reads and writes.</summary>
    public const int Format = 1;

    private const string Root = "cookbooks";

    /// <exception cref="RecipeException">The file was edited, or is of a later form.</exception>
    public static CookbookLock Parse(byte[] bytes, string file)
    {
        var source = new JsonSource(bytes, file);
        using var document = source.Document();
        var root = document.RootElement;
        if (!root.TryGetProperty("lock", out var format)
            || format.ValueKind != JsonValueKind.Number
            || !format.TryGetDecimal(out var number)
            || number != Format)
        {
            throw source.ErrorAt("", $"the lock file is not of the form {Format}, which this csharpchef reads: {Renew(file)}");
        }

        return root.TryGetProperty(Root, out var cookbooks) && cookbooks.ValueKind == JsonValueKind.Object
            ? new CookbookLock(file, Read(cookbooks, source, file))
            {
                Packages = root.TryGetProperty(PackageReader.Root, out var packages)
                    ? new PackageReader(source, Renew(file)).Read(packages)
                    : new Dictionary<string, LockedPackage>(),
            }
            : throw source.ErrorAt("", $"the lock file has no object \"{Root}\": {Renew(file)}");
    }

    private static Dictionary<string, LockedCookbook> Read(JsonElement cookbooks, JsonSource source, string file)
    {
        var locked = new Dictionary<string, LockedCookbook>(StringComparer.Ordinal);
        foreach (var property in cookbooks.EnumerateObject())
        {
            locked.Add(property.Name, Read(property.Name, property.Value, source, file));
        }

        return locked;
    }

    private static string Renew(string file) =>
        $"write it again with {LockCommand.Install(Path.GetDirectoryName(Path.GetFullPath(file))!)}";

    private static LockedCookbook Read(string name, JsonElement value, JsonSource source, string file)
    {
        string? Text(string key) =>
            value.ValueKind == JsonValueKind.Object
            && value.TryGetProperty(key, out var text)
            && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
        var locked = Text("hash") is { } hash && FolderHash.IsHash(hash) && Source(Text) is { } from
            ? new LockedCookbook(name, from, hash)
            {
                Version = Text("version"),
                Commit = Text("commit"),
                PackageHash = Text("packageHash"),
            }
            : null;
        return RunListItem.IsName(name) && !HasControlCharacter(value) && IsPinned(locked)
            ? locked!
            : throw source.ErrorAt($"{Root}.{name}", $"this does not pin the cookbook {name}: {Renew(file)}");
    }

    private static bool HasControlCharacter(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
        && value.EnumerateObject().Any(property =>
            property.Value.ValueKind == JsonValueKind.String && property.Value.GetString()!.Any(char.IsControl));

    private static bool IsPinned(LockedCookbook? locked) => locked switch
    {
        { Source: GitSource git, Commit: { } commit } =>
            GitReference.IsCommit(commit) && GitUrl.Mistake(git.Url) is null && IsVersion(locked.Version ?? "0"),
        { Source: NuGetSource package, Version: { } version, PackageHash: not null } =>
            NuGetSource.IsId(package.Id) && IsVersion(version),
        _ => false,
    };

    private static bool IsVersion(string text) => SemanticVersion.Parse(text) is not null;

    private static DependencySource? Source(Func<string, string?> text) => (text("git"), text("nuget")) switch
    {
        ({ } url, null) => new GitSource(url, Reference(text), text("folder")),
        (null, { } id) => new NuGetSource(id),
        _ => null,
    };

    private static GitReference Reference(Func<string, string?> text) =>
        text("tag") is { } tag
            ? new GitReference(GitReferenceKind.Tag, tag)
            : text("branch") is { } branch
            ? new GitReference(GitReferenceKind.Branch, branch)
            : GitReference.Default;
}
