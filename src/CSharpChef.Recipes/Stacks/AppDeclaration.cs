using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>Something that is deployed onto the instances of a stack.</summary>
public sealed class AppDeclaration : Declaration
{
    private CodeSource? source;

    internal AppDeclaration(string shortname, SourceLocation at)
        : base(shortname, at)
    {
    }

    /// <summary>What people call it. Default: the short name.</summary>
    public string? Name { get => Get<string>(); set => Put(value); }

    /// <summary>
    /// What it is made with: <c>java</c>, <c>rails</c>, <c>php</c>, <c>nodejs</c>, <c>static</c>, or <c>other</c>, the
    /// default, which leaves all to its recipes.
    /// </summary>
    public string? Type { get => Get<string>(); set => Put(value); }

    /// <summary>Free text.</summary>
    public string? Description { get => Get<string>(); set => Put(value); }

    /// <summary>Where its code is. Default: nowhere.</summary>
    public CodeSource? Source
    {
        get => source;
        set
        {
            source = value;
            PutSource(value, "AppSource");
        }
    }

    /// <summary>Environment variables. Those the file does not name stay.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    /// <summary>Environment variables that nobody reads back.</summary>
    public IDictionary<string, SecretText> SecureEnvironment { get; } = new Dictionary<string, SecretText>();

    /// <summary>Settings of its type, kept as data for recipes. Those the file does not name stay.</summary>
    public IDictionary<string, string> Attributes { get; } = new Dictionary<string, string>();

    /// <summary>Whether it is served by TLS. Default false; true where a <see cref="Certificate"/> is given.</summary>
    public bool? EnableSsl { get => Get<bool?>(); set => Put(value); }

    /// <summary>
    /// Its certificate, in PEM form, such as <c>TextFile("shop.pem")</c>. It needs a <see cref="PrivateKey"/>.
    /// </summary>
    public string? Certificate { get; set; }

    /// <summary>The certificate's private key, in PEM form, such as <c>SecretFile("shop.key")</c>.</summary>
    public SecretText? PrivateKey { get; set; }

    /// <summary>The certificates between it and the root, in PEM form.</summary>
    public string? CertificateChain { get; set; }

    /// <summary>The host names it answers to.</summary>
    public void Domains(params string[] names) => Put(names);

    /// <summary>The database it uses.</summary>
    /// <param name="arn">The ARN of the registered database, which is the server's own.</param>
    /// <param name="name">The name of the database in it.</param>
    /// <param name="type"><c>RdsDbInstance</c>, <c>OpsworksMysqlInstance</c>, <c>AutoSelectOpsworksMysqlInstance</c> or
    /// <c>None</c>.</param>
    public void Database(string arn, string name, string type = "RdsDbInstance") =>
        Put(new[] { new { Type = type, Arn = arn, DatabaseName = name } }, "DataSources");

    private protected override void Complete(JsonObject all)
    {
        if (Environment.Keys.FirstOrDefault(SecureEnvironment.ContainsKey) is { } twice)
        {
            throw Wrong($"the app {Key} has {twice} in its Environment and in its SecureEnvironment: keep one of them");
        }

        Merge(all, "Environment", Environment);
        Hide(all, "Environment", SecureEnvironment);
        Merge(all, "Attributes", Attributes);
        if (Certificate is not null)
        {
            all.TryAdd(nameof(EnableSsl), true);
            all["SslConfiguration"] = Tls(Certificate);
        }
    }

    private protected override void Collect(IDictionary<string, SecretText> all)
    {
        foreach (var (key, secret) in SecureEnvironment)
        {
            all[$"Environment.{key}"] = secret;
        }

        if (PrivateKey is not null)
        {
            all["SslConfiguration.PrivateKey"] = PrivateKey;
        }
    }

    private JsonObject Tls(string certificate)
    {
        if (PrivateKey is null)
        {
            throw Wrong(
                $"the app {Key} has a Certificate and no PrivateKey: set it to SecretFile(\"...\") or Secret(\"...\")");
        }

        var tls = new JsonObject { [nameof(Certificate)] = certificate, [nameof(PrivateKey)] = SecretText.Filtered };
        if (CertificateChain is not null)
        {
            tls["Chain"] = CertificateChain;
        }

        return tls;
    }
}
