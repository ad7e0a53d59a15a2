using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Cookbooks.Locks;
using CSharpChef.Converge.Disk;

namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>What the cache knows of the files of a repository, in a file beside them.</summary>
/// <param name="Url">The repository.</param>
/// <param name="Seal">Tells whether the files were changed.</param>
/// <param name="LeftOut">The paths in the repository that are not among the files, each with the reason.</param>
internal sealed record RepositoryRecord(string Url, FolderSeal Seal, IReadOnlyDictionary<string, string> LeftOut)
{
    private const string FileName = "record.json";

    /// <returns>Null when the folder has no whole record.</returns>
    public static RepositoryRecord? Read(string folder)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)))!;
            return new RepositoryRecord(
                json["url"]!.GetValue<string>(),
                new FolderSeal(json["hash"]!.GetValue<string>(), json["stamp"]!.GetValue<string>()),
                json["leftOut"]!.AsObject().ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>()));
        }
        catch (Exception e) when (CacheFiles.IsMiss(e)
            || e is JsonException or NullReferenceException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Write(string folder) => File.WriteAllText(
        Path.Combine(folder, FileName),
        new JsonObject
        {
            ["url"] = Url,
            ["hash"] = Seal.Hash,
            ["stamp"] = Seal.Stamp,
            ["leftOut"] = new JsonObject(
                LeftOut.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))),
        }.ToJsonString());
}
