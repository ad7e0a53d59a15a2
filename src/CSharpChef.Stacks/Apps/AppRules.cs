using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Apps;

/// <summary>What must hold of every app, however it came to be as it is.</summary>
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
        Validate.Text("Description", app.Description?.ReplaceLineEndings(" "), 4096);
        SourceRules.Check(app.AppSource, "AppSource");
        DataSources(app.DataSources ?? []);
        Domains(app.Domains ?? []);
        Environment(app.Environment ?? []);
        Ssl(app);
        return app;
    }

    private static void DataSources(IReadOnlyList<DataSource> sources)
    {
        if (sources.Count > 1)
        {
            throw ApiError.Invalid("DataSources", $"has {sources.Count} entries; one is allowed");
        }

        foreach (var source in sources)
        {
            if (source.Type is { Length: > 0 } type && !DataSourceTypes.Contains(type))
            {
                throw ApiError.NotOneOf("DataSources[0].Type", type, DataSourceTypes);
            }

            Validate.Text("DataSources[0].Arn", source.Arn, 2048);
            Validate.Text("DataSources[0].DatabaseName", source.DatabaseName, 64);
        }
    }

    private static void Domains(IReadOnlyList<string> domains)
    {
        for (var i = 0; i < domains.Count; i++)
        {
            Validate.Name($"Domains[{i}]", domains[i]);
            Validate.Alphabet($"Domains[{i}]", domains[i], "-._*");
        }
    }

    private static void Environment(IReadOnlyList<EnvironmentVariable> variables)
    {
        for (var i = 0; i < variables.Count; i++)
        {
            Variable(variables[i], $"Environment[{i}]");
        }

        if (variables.GroupBy(variable => variable.Key).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw ApiError.Invalid("Environment", $"has the key {twice.Key} twice");
        }

        var bytes = variables.Sum(
            variable => Encoding.UTF8.GetByteCount(variable.Key) + Encoding.UTF8.GetByteCount(variable.Value) + 1);
        if (bytes > Limits.EnvironmentBytes)
        {
            throw ApiError.Invalid("Environment", $"has {bytes} bytes; {Limits.EnvironmentBytes} are allowed");
        }
    }

    private static void Variable(EnvironmentVariable variable, string member)
    {
        var key = variable.Key;
        if (key is not { Length: > 0 and <= LongestKey }
            || char.IsAsciiDigit(key[0])
            || key.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '_'))
        {
            throw ApiError.Malformed(
                $"{member}.Key",
                key,
                $"allowed are letters, digits and _, not beginning with a digit, at most {LongestKey}");
        }

        if (variable.Value.Length > LongestValue || variable.Value.Any(char.IsControl))
        {
            throw ApiError.Invalid(
                $"{member}.Value", $"of {variable.Key} must have at most {LongestValue} printable characters");
        }
    }

    private static void Ssl(App app)
    {
        if (app.EnableSsl == true && app.SslConfiguration is null)
        {
            throw ApiError.Invalid("SslConfiguration", "is required when EnableSsl is true");
        }

        if (app.SslConfiguration is { PrivateKey.IsFiltered: true })
        {
            throw ApiError.Invalid("SslConfiguration.PrivateKey", "is the filtered text, and there is no key yet");
        }

        if (app.SslConfiguration is { PrivateKey.Clear: { } key } ssl)
        {
            Pair(ssl.Certificate, key);
        }
    }

    private static void Pair(string certificate, string key)
    {
        try
        {
            using var pair = X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw ApiError.Invalid(
                "SslConfiguration", "must have a certificate and its own private key, both in PEM form");
        }
    }
}
