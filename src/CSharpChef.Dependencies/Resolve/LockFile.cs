using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Dependencies.Resolve;

/// <summary>Writes <c>cookbook.lock.json</c>.</summary>
internal static class LockFile
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The lock file of a cookbook.</summary>
    public static string PathOf(Cookbook cookbook) => Path.Combine(cookbook.Files.Folder, CookbookLock.FileName);

    /// <summary>Writes the file as a whole, or deletes it when nothing has to be locked.</summary>
    /// <returns>Whether the file is another one now.</returns>
    public static bool Write(
        Cookbook root, IReadOnlyDictionary<string, LockedCookbook> cookbooks, IReadOnlyList<LockedPackage> packages)
    {
        var path = PathOf(root);
        var text = Text(cookbooks.Values, packages);
        var before = File.Exists(path) ? File.ReadAllText(path) : null;
        if (cookbooks.Count + packages.Count == 0)
        {
            File.Delete(path);
            return before is not null;
        }

        if (before == text)
        {
            return false;
        }

        WholeFile.Replace(path, file => file.Write(Encoding.UTF8.GetBytes(text)));
        return true;
    }

    private static string Text(IEnumerable<LockedCookbook> cookbooks, IReadOnlyList<LockedPackage> packages)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("lock", CookbookLock.Format);
            json.WriteStartObject("cookbooks");
            foreach (var cookbook in cookbooks.OrderBy(each => each.Name, StringComparer.Ordinal))
            {
                Write(json, cookbook);
            }

            json.WriteEndObject();
            LockedPackageText.Write(json, packages);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, LockedCookbook cookbook)
    {
        json.WriteStartObject(cookbook.Name);
        WriteText(json, "version", cookbook.Version);
        switch (cookbook.Source)
        {
            case GitSource git:
                json.WriteString("git", git.Url);
                WriteText(json, "tag", git.Reference.Kind == GitReferenceKind.Tag ? git.Reference.Name : null);
                WriteText(json, "branch", git.Reference.Kind == GitReferenceKind.Branch ? git.Reference.Name : null);
                WriteText(json, "commit", cookbook.Commit);
                WriteText(json, "folder", git.Folder);
                break;
            case NuGetSource package:
                json.WriteString("nuget", package.Id);
                WriteText(json, "packageHash", cookbook.PackageHash);
                break;
        }

        json.WriteString("hash", cookbook.Hash);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }
}
