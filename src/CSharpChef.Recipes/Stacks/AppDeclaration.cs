using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>An application that is deployed to the instances of a stack.</summary>
public sealed class AppDeclaration : Declaration
{
    private CodeSource? source;

    internal AppDeclaration(string shortname, SourceLocation at)
        : base(shortname, at)
    {
    }

    /// <summary>The display name. Default: the short name.</summary>
    public string? Name { get => Get<string>(); set => Put(value); }

    /// <summary>
    /// The type of the app: <c>java</c>, <c>rails</c>, <c>php</c>, <c>nodejs</c>, <c>static</c>, or <c>other</c> for an
    /// app whose own recipes deploy it. Default <c>other</c>.
    /// </summary>
    public string? Type { get => Get<string>(); set => Put(value); }

    /// <summary>A description for people.</summary>
    public string? Description { get => Get<string>(); set => Put(value); }

    /// <summary>The source of its code. Default: none.</summary>
    public CodeSource? Source
    {
        get => source;
        set
        {
            source = value;
            PutSource(value, "AppSource");
        }
    }

    /// <summary>Environment variables. Variables that the file does not set stay on the server.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    /// <summary>Environment variables with secret values, which the server never shows.</summary>
    public IDictionary<string, SecretText> SecureEnvironment { get; } = new Dictionary<string, SecretText>();

    /// <summary>
    /// Settings of the app's type, which recipes can read. Settings that the file does not set stay on the server.
    /// </summary>
    public IDictionary<string, string> Attributes { get; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether the app is served by TLS. Default false; true when there is a <see cref="Certificate"/>.
    /// </summary>
    public bool? EnableSsl { get => Get<bool?>(); set => Put(value); }

    /// <summary>
    /// The certificate of the app, in PEM form, such as <c>TextFile("shop.pem")</c>. Requires a
    /// <see cref="PrivateKey"/>.
    /// </summary>
    public string? Certificate { get; set; }

    /// <summary>The private key of the certificate, in PEM form, such as <c>SecretFile("shop.key")</c>.</summary>
    public SecretText? PrivateKey { get; set; }

    /// <summary>The intermediate certificates, in PEM form.</summary>
    public string? CertificateChain { get; set; }

    /// <summary>
    /// The layers whose instances deploy the app, by their short names; the others skip it. Default: all layers.
    /// </summary>
    public void Layers(params string[] shortnames) =>
        Put(shortnames.Distinct().Order(StringComparer.Ordinal).ToArray());

    /// <summary>The host names of the app.</summary>
    public void Domains(params string[] names) => Put(names);

    /// <summary>Sets the database that the app uses.</summary>
    /// <param name="arn">The ARN of the registered database, as the server shows it.</param>
    /// <param name="name">The name of the database on that database server.</param>
    /// <param name="type"><c>RdsDbInstance</c>, <c>OpsworksMysqlInstance</c>, <c>AutoSelectOpsworksMysqlInstance</c> or
    /// <c>None</c>.</param>
    public void Database(string arn, string name, string type = "RdsDbInstance") =>
        Put(new[] { new { Type = type, Arn = arn, DatabaseName = name } }, "DataSources");

    private protected override void Complete(JsonObject all)
    {
        if (Environment.Keys.FirstOrDefault(SecureEnvironment.ContainsKey) is { } twice)
        {
            throw DeclarationError($"the app {Key} has {twice} in its Environment and in its SecureEnvironment: keep one of them");
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
            throw DeclarationError(
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
