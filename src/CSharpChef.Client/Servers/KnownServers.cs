using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Client.Servers;

/// <summary>The file of servers that we are logged in to, by profile. Only its owner reads it.</summary>
internal sealed class KnownServers(string path)
{
    public static KnownServers Open(Func<string, string?> environment) =>
        new(Path.Combine(Folder(environment), "csharpchef", "servers.json"));

    public string FilePath => path;

    public IReadOnlyDictionary<string, KnownServer> Read()
    {
        try
        {
            return File.Exists(path)
                ? Parse(JsonNode.Parse(File.ReadAllText(path))!.AsObject())
                : new Dictionary<string, KnownServer>();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or InvalidOperationException or NullReferenceException)
        {
            throw new UsageException($"{path} cannot be read: {e.Message} Remove it and log in again.", e);
        }
    }

    public void Set(string profile, KnownServer server) =>
        Write(new Dictionary<string, KnownServer>(Read()) { [profile] = server });

    public void Remove(string profile) => Write(Read().Where(pair => pair.Key != profile));

    private static Dictionary<string, KnownServer> Parse(JsonObject document) =>
        document.ToDictionary(pair => pair.Key, pair => Parse(pair.Value!));

    private static KnownServer Parse(JsonNode server) =>
        new(Text(server, "url")!, Text(server, "token")!)
        {
            TokenId = Text(server, "tokenId"),
            Ca = Text(server, "ca")
        };

    private static string? Text(JsonNode server, string name) => server[name]?.GetValue<string>();

    private static JsonObject Json(KnownServer server) => new()
    {
        ["url"] = server.Url,
        ["token"] = server.Token,
        ["tokenId"] = server.TokenId,
        ["ca"] = server.Ca,
    };

    private static string Folder(Func<string, string?> environment) =>
        environment("XDG_CONFIG_HOME") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");

    private void Write(IEnumerable<KeyValuePair<string, KnownServer>> servers)
    {
        var document = new JsonObject(
            servers.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, Json(pair.Value))));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        OwnerFile.Replace(path, $"{document}\n");
    }
}
