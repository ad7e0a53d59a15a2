using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpChef.Cli.Projects;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Inventory;

/// <summary>Reads the JSON of an inventory. Errors name its keys, with line and column.</summary>
internal sealed class InventoryReader(string name, string json)
{
    private const int HighestPort = 65535;
    private readonly JsonSource source = new(Encoding.UTF8.GetBytes(json), name)
    {
        Error = (message, inner) => new UsageException(message, inner),
    };

    /// <summary>The members that an inventory may have.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["defaults", "hosts"];

    /// <summary>The members that a host may have.</summary>
    public static IReadOnlyList<string> HostKeys { get; } =
        ["address", "port", "user", "identity", "groups", "attributes"];

    public InventoryDocument Read() =>
        source.ObjectWithoutSchema().Aggregate(new InventoryDocument(), (document, key) => key.Key switch
    {
        "defaults" => document with { Defaults = Host("defaults", key.Value) },
        "hosts" => document with
        {
            Hosts = Object("hosts", key.Value).ToDictionary(host => host.Key, host => Named(host.Key, host.Value)),
        },
        _ => throw Unknown(key.Key, key.Key, "an inventory", Keys),
    });

    private InventoryHost Named(string host, JsonNode? value)
    {
        var (at, found) = ($"hosts.{host}", Host($"hosts.{host}", value));
        var why = host is "" ? "it is empty"
            : host.Any(char.IsWhiteSpace) ? "it has a blank in it"
            : host[0] is '-' or '@' || ProjectGroup.IsPattern(host)
            ? "a command would read it as an option, a group or a pattern"
            : found.Address is null ? HostAddress.Mistake(host)
            : host == "local" ? "local is this machine, and has no address: choose another name"
            : null;
        return why is null ? found : throw source.ErrorAt(at, $"\"{host}\" cannot be the name of a host: {why}");
    }

    private InventoryHost Host(string at, JsonNode? value) =>
        Object(at, value).Aggregate(
            new InventoryHost(), (host, key) => With(host, $"{at}.{key.Key}", key.Key, key.Value));

    private InventoryHost With(InventoryHost host, string at, string key, JsonNode? value) => key switch
    {
        "address" => host with { Address = Address(at, value) },
        "port" => host with { Port = Port(at, value) },
        "user" => host with { User = User(at, value) },
        "identity" => host with { Identity = Text(at, value) },
        "groups" => host with { Groups = Groups(at, value) },
        "attributes" => host with { Attributes = value is null ? null : Object(at, value) },
        _ => throw Unknown(at, key, "a host", HostKeys),
    };

    private ChefException Unknown(string at, string key, string where, IReadOnlyList<string> keys) => source.ErrorAt(
        at, $"\"{key}\" is not a key of {where}{OtherWords.Question(key, keys)} (the keys are {string.Join(", ", keys)})");

    private JsonObject Object(string at, JsonNode? value) => value as JsonObject
        ?? (value is null ? [] : throw Wrong(at, "an object { ... }", value));

    private string? Text(string at, JsonNode? value) => value is null ? null
        : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>()
        : throw Wrong(at, "a text", value);

    private string? Address(string at, JsonNode? value) => Text(at, value) is not { } text ? null
        : HostAddress.Mistake(text) is { } why ? throw Wrong(at, "a name or an IP address alone", value!, $": {why}")
        : HostAddress.Plain(text);

    private string? User(string at, JsonNode? value) => Text(at, value) is not { } text ? null
        : text.Length == 0 || text.Any(c => char.IsWhiteSpace(c) || c == '@')
        ? throw Wrong(at, "the name of a user, without blanks", value!)
        : text;

    private int? Port(string at, JsonNode? value) => value is null ? null
        : value is JsonValue number && number.TryGetValue(out decimal port) && decimal.IsInteger(port)
            && port is >= 1 and <= HighestPort ? (int)port
        : throw Wrong(at, $"a number from 1 to {HighestPort}", value);

    private IReadOnlyList<string> Groups(string at, JsonNode? value) => value switch
    {
        null => [],
        JsonArray list =>
            [.. list.Select((item, i) => Text($"{at}[{i}]", item) ?? throw Wrong(at, "a list of texts", value))],
        _ => throw Wrong(at, "a list of texts", value, ": write a list, such as [\"web\"]"),
    };

    private ChefException Wrong(string at, string wanted, JsonNode value, string advice = "") => source.ErrorAt(
        at, $"\"{at[(at.LastIndexOf('.') + 1)..]}\" must be {wanted}, and is {value.ToJsonString()}{advice}");
}
