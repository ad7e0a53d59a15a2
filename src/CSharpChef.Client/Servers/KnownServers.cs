using System.Text.Json;
using System.Text.Json.Serialization;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Client.Servers;

/// <summary>The file of servers that the user logged in to, by profile. Only its owner can read it.</summary>
internal sealed class KnownServers(string path)
{
    public static KnownServers Open(Func<string, string?> environment) =>
        new(Path.Combine(Folder(environment), "csharpchef", "servers.json"));

    public string FilePath => path;

    public Dictionary<string, KnownServer> Read()
    {
        try
        {
            return File.Exists(path)
                ? JsonSerializer.Deserialize(File.ReadAllText(path), ServersJson.Default.DictionaryStringKnownServer)!
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"{path} cannot be read: {e.Message} Remove it and log in again.", e);
        }
    }

    public void Set(string profile, KnownServer server) =>
        Write(new Dictionary<string, KnownServer>(Read()) { [profile] = server });

    public void Remove(string profile) => Write(Read().Where(pair => pair.Key != profile));

    private static string Folder(Func<string, string?> environment) =>
        environment("XDG_CONFIG_HOME") is { Length: > 0 } set
        ? set
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");

    private void Write(IEnumerable<KeyValuePair<string, KnownServer>> servers)
    {
        var text = JsonSerializer.Serialize(servers.ToDictionary(), ServersJson.Default.DictionaryStringKnownServer);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        OwnerFile.Replace(path, $"{text}\n");
    }
}

[JsonSerializable(typeof(Dictionary<string, KnownServer>))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true)]
internal sealed partial class ServersJson : JsonSerializerContext;
