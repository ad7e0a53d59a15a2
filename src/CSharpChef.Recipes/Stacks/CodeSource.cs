using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>
/// The source of cookbooks or of an app's code; made by the words <c>Git</c>, <c>Archive</c>, <c>S3</c>,
/// <c>Subversion</c> and <c>Other</c>.
/// </summary>
public sealed class CodeSource
{
    internal CodeSource(string type, string url) => (Type, Url) = (type, url);

    /// <summary>The type of the source: <c>git</c>, <c>archive</c>, <c>s3</c>, <c>svn</c> or <c>other</c>.</summary>
    public string Type { get; }

    /// <summary>The URL of the source.</summary>
    public string Url { get; }

    /// <summary>
    /// A branch, tag or commit. Default: the value on the server, or the default branch for a new source.
    /// </summary>
    public string? Revision { get; init; }

    /// <summary>The user name, for a source that requires one. Default: the value on the server.</summary>
    public string? Username { get; init; }

    /// <summary>The password, for a source that requires one. Default: the value on the server.</summary>
    public SecretText? Password { get; init; }

    /// <summary>
    /// The private key for Git over SSH, in PEM form without a passphrase. Default: the value on the server.
    /// </summary>
    public SecretText? SshKey { get; init; }

    internal JsonObject Members()
    {
        var members = new JsonObject { [nameof(Type)] = Type, [nameof(Url)] = Url };
        Add(members, nameof(Revision), Revision);
        Add(members, nameof(Username), Username);
        Add(members, nameof(Password), Password is null ? null : SecretText.Filtered);
        Add(members, nameof(SshKey), SshKey is null ? null : SecretText.Filtered);
        return members;
    }

    internal void Collect(string member, IDictionary<string, SecretText> secrets)
    {
        if (Password is not null)
        {
            secrets[$"{member}.Password"] = Password;
        }

        if (SshKey is not null)
        {
            secrets[$"{member}.SshKey"] = SshKey;
        }
    }

    private static void Add(JsonObject members, string name, string? value)
    {
        if (value is not null)
        {
            members[name] = value;
        }
    }
}
