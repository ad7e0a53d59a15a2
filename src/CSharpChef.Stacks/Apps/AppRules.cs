using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Apps;

/// <summary>Validates an app after every change.</summary>
internal static class AppRules
{
    private const int LongestShortname = 250;
    private const int LongestKey = 64;
    private const int LongestValue = 256;
    private static readonly string[] DataSourceTypes =
    [
        "AutoSelectOpsworksMysqlInstance",
        "OpsworksMysqlInstance",
        "RdsDbInstance",
        "None"
    ];

    public static App Check(App app)
    {
        Validate.Name("Name", app.Name);
        Validate.Shortname(app.Shortname, LongestShortname);
        SourceRules.Check(app.AppSource, "AppSource", isApp: true);
        CheckDataSources(app.DataSources ?? []);
        CheckDomains(app.Domains ?? []);
        CheckEnvironment(app.Environment ?? []);
        CheckSsl(app);
        return app;
    }

    /// <param name="sent">The source in the request.</param>
    /// <param name="before">The source before the change, opened.</param>
    /// <param name="after">The source after the change.</param>
    public static SourceChange SourceChange(Source? sent, Source? before, Source? after) =>
        new("AppSource", sent, before, after);

    private static void CheckDataSources(IReadOnlyList<DataSource> sources)
    {
        if (sources.Count > 1)
        {
            throw ApiError.Invalid("DataSources", $"has {sources.Count} entries; the limit is 1");
        }

        foreach (var source in sources)
        {
            if (source.Type is { Length: > 0 } type && !DataSourceTypes.Contains(type))
            {
                throw ApiError.NotOneOf("DataSources[0].Type", type, DataSourceTypes);
            }

            Validate.Text("DataSources[0].DatabaseName", source.DatabaseName, 64);
        }
    }

    private static void CheckDomains(IReadOnlyList<string> domains)
    {
        for (var i = 0; i < domains.Count; i++)
        {
            Validate.Name($"Domains[{i}]", domains[i]);
            Validate.Alphabet($"Domains[{i}]", domains[i], "-._*");
        }
    }

    private static void CheckEnvironment(IReadOnlyList<EnvironmentVariable> variables)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            CheckVariable(variables[i], $"Environment[{i}]");
        }

        if (variables.GroupBy(variable => variable.Key).FirstOrDefault(group => group.Count() > 1) is { } duplicate)
        {
            throw ApiError.Invalid("Environment", $"contains the key {duplicate.Key} twice");
        }

        var bytes = variables.Sum(
            variable => Encoding.UTF8.GetByteCount(variable.Key) + Encoding.UTF8.GetByteCount(variable.Value) + 1);
        if (bytes > Limits.EnvironmentBytes)
        {
            throw ApiError.Invalid("Environment", $"has {bytes} bytes; the limit is {Limits.EnvironmentBytes}");
        }
    }

    private static void CheckVariable(EnvironmentVariable variable, string member)
    {
        var key = variable.Key;
        if (key is not { Length: > 0 and <= LongestKey }
            || char.IsAsciiDigit(key[0])
            || key.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
        {
            throw ApiError.Malformed(
                $"{member}.Key",
                key,
                $"allowed are letters, digits and _, not starting with a digit, at most {LongestKey}");
        }

        if (variable.Value.Length > LongestValue)
        {
            throw ApiError.Invalid(
                $"{member}.Value", $"of {variable.Key} must have at most {LongestValue} characters");
        }
    }

    private static void CheckSsl(App app)
    {
        if (app.EnableSsl == true && app.SslConfiguration is null)
        {
            throw ApiError.Invalid("SslConfiguration", "is required when EnableSsl is true");
        }

        if (app.SslConfiguration is { PrivateKey.IsFiltered: true })
        {
            throw ApiError.Invalid("SslConfiguration.PrivateKey", "is the filtered text, but no key is stored");
        }

        if (app.SslConfiguration is { PrivateKey.Clear: { } key } ssl)
        {
            CheckKeyPair(ssl.Certificate, key);
        }
    }

    /// <summary>Requires that a key, also one that is kept, belongs to the certificate.</summary>
    public static void CheckKeyPair(string certificate, string key)
    {
        try
        {
            using var pair = X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or NotSupportedException)
        {
            throw KeyAlgorithm.Unusual(certificate) is { } algorithm
                ? ApiError.Invalid(
                    "SslConfiguration.Certificate",
                    $"has a key of the algorithm {algorithm}, which the server cannot check: use one with an RSA or ECDSA key")
                : ApiError.Invalid(
                    "SslConfiguration", "must have a certificate and its own private key, both in PEM format");
        }
    }
}
