using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// The declaration of a stack, or of a part of one, in a stack file. Only the properties that it sets are compared with
/// the server; all others stay as they are.
/// </summary>
public abstract class Declaration
{
    private readonly JsonObject members = [];
    private readonly Dictionary<string, SecretText> secrets = [];

    private protected Declaration(string key, SourceLocation at) => (Key, DeclaredAt) = (key, at);

    /// <summary>The line of the file that declares it.</summary>
    public SourceLocation DeclaredAt { get; }

    /// <summary>
    /// The key by which the server finds it: the name of a stack, the short name of a layer or app, a host name, a
    /// user.
    /// </summary>
    internal string Key { get; }

    /// <summary>Sets a member of the API that has no property here.</summary>
    /// <example><code>Layer("web", l => l.Set("UseEbsOptimizedInstances", true));</code></example>
    /// <param name="member">The member of the server's create operation, such as <c>CustomSecurityGroupIds</c>.</param>
    /// <param name="value">Text, a number, true or false, a list, an object such as <c>new { Enabled = true }</c>, or
    /// <c>Json("...")</c>.</param>
    public void Set(string member, object? value) => Put(value, member);

    /// <summary>The members of the API request. Secrets are replaced by <see cref="SecretText.Filtered"/>.</summary>
    internal JsonObject Members()
    {
        var all = (JsonObject)members.DeepClone();
        Complete(all);
        return all;
    }

    /// <summary>The secrets, by the path of their member, such as <c>AppSource.SshKey</c>.</summary>
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

    private protected RecipeException DeclarationError(string why) => new($"{DeclaredAt}: {why}");

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
        foreach (var oldPath in secrets.Keys.Where(path => path.StartsWith($"{member}.", StringComparison.Ordinal))
            .ToList())
        {
            secrets.Remove(oldPath);
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
            "a secret can only be set in SecureEnvironment, SecretAttributes, PrivateKey, and password and sshKey of a source"),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
