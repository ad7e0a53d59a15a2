using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Cookbooks.Packages;
using CSharpChef.Converge.Cookbooks.Repositories;
using CSharpChef.Dependencies;

namespace CSharpChef.Cli.Verbs.Cookbooks;

/// <summary>The JSON documents of the verbs about dependencies.</summary>
internal static class DependencyJson
{
    public static string Document(IEnumerable<JsonNode> cookbooks) =>
        new JsonObject { ["cookbooks"] = new JsonArray([.. cookbooks]) }.ToJsonString();

    /// <summary>A cookbook that could not be locked.</summary>
    public static JsonNode OfError(string name, string message) =>
        new JsonObject { ["name"] = name, ["error"] = message };

    public static JsonNode Of(InstallResult result) => new JsonObject
    {
        ["name"] = result.Graph.Root.Name,
        ["lock"] = result.Graph.Root.Files.PathOf(CookbookLock.FileName),
        ["changes"] = new JsonArray([.. result.Changes.Select(line => (JsonNode)line)]),
        ["locked"] = new JsonArray([.. result.Graph.Locked.Values.Select(Of)]),
        ["packages"] = Of(result.Packages),
        ["warnings"] = Texts(result.Warnings),
    };

    public static JsonArray Of(IEnumerable<LockedPackage> packages) => new([.. packages.Select(Of)]);

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    public static JsonNode Of(LockedPackage package) => new JsonObject
    {
        ["id"] = package.Id,
        ["version"] = package.Version,
        ["direct"] = package.IsDirect,
        ["dependencies"] = Texts(package.Dependencies),
        ["hash"] = package.Hash,
    };

    public static JsonNode Of(LockedCookbook cookbook)
    {
        var json = new JsonObject { ["name"] = cookbook.Name, ["version"] = cookbook.Version };
        switch (cookbook.Source)
        {
            case GitSource git:
                json["git"] = git.Url;
                json["tag"] = git.Reference.Kind == GitReferenceKind.Tag ? git.Reference.Name : null;
                json["branch"] = git.Reference.Kind == GitReferenceKind.Branch ? git.Reference.Name : null;
                json["commit"] = cookbook.Commit;
                json["folder"] = git.Folder;
                break;
            case NuGetSource package:
                json["nuget"] = package.Id;
                json["packageHash"] = cookbook.PackageHash;
                break;
        }

        json["hash"] = cookbook.Hash;
        return json;
    }
}
