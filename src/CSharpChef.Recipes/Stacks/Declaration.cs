using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// What a file says of a stack, or of something in it. Only what it sets is compared with the server; the rest stays as
/// it is there.
/// </summary>
public abstract class Declaration
{
    private readonly JsonObject members = [];
    private readonly Dictionary<string, SecretText> secrets = [];

    private protected Declaration(string key, SourceLocation at) => (Key, DeclaredAt) = (key, at);

    /// <summary>Where the file declares it.</summary>
    public SourceLocation DeclaredAt { get; }

    /// <summary>
    /// By what the server knows it: a stack's name, the short name of a layer or app, a host name, a user.
    /// </summary>
    internal string Key { get; }

    /// <summary>Sets any member of the API by the name it has there, for what has no property here.</summary>
    /// <example><code>Layer("web", l => l.Set("UseEbsOptimizedInstances", true));</code></example>
    /// <param name="member">The member of the server's create operation, such as <c>CustomSecurityGroupIds</c>.</param>
    /// <param name="value">Text, a number, true or false, a list, an object such as <c>new { Enabled = true }</c>, or
    /// <c>Json("...")</c>.</param>
    public void Set(string member, object? value) => Put(value, member);

    /// <summary>Members as the API has them; where a secret goes they hold <see cref="SecretText.Filtered"/>.</summary>
    internal JsonObject Members()
    {
        var all = (JsonObject)members.DeepClone();
        Complete(all);
        return all;
    }

    /// <summary>By the path of their member, such as <c>AppSource.SshKey</c>.</summary>
    internal IReadOnlyDictionary<string, SecretText> Secrets()
    {
        var all = new Dictionary<string, SecretText>(secrets);
        Collect(all);
        return all;
    }

    private protected virtual void Complete(JsonObject all)
    {
    }

    private protected virtual void Collect(IDictionary<string, SecretText> all)
    {
    }

    private protected RecipeException Wrong(string why) => new($"{DeclaredAt}: {why}");

    private protected T? Get<T>([CallerMemberName] string member = "") =>
        members[member] is { } node ? node.Deserialize<T>() : default;

    private protected void Put(object? value, [CallerMemberName] string member = "")
    {
        if (value is null)
        {
            members.Remove(member);
        }
        else
        {
            members[member] = Node(value);
        }
    }

    private protected void PutSource(CodeSource? source, string member)
    {
        foreach (var stale in secrets.Keys.Where(path => path.StartsWith($"{member}.", StringComparison.Ordinal))
            .ToList())
        {
            secrets.Remove(stale);
        }

        Put(source?.Members(), member);
        source?.Collect(member, secrets);
    }

    private protected static void Merge(
        JsonObject all, string member, IEnumerable<KeyValuePair<string, string>> entries)
    {
        foreach (var (key, value) in entries)
        {
            if (all[member] is not JsonObject map)
            {
                all[member] = map = [];
            }

            map[key] = value;
        }
    }

    private protected static void Hide(JsonObject all, string member, IDictionary<string, SecretText> hidden) =>
        Merge(all, member, hidden.Keys.Select(key => KeyValuePair.Create(key, SecretText.Filtered)));

    internal static JsonNode? Node(object value) => value switch
    {
        JsonNode node => node.DeepClone(),
        SecretText => throw new RecipeException(
            "a secret has its own places: SecureEnvironment, SecretAttributes, PrivateKey, and password and sshKey of a source"),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
