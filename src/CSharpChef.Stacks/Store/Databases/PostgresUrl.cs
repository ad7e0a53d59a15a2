using CSharpChef.Stacks.Text;
using Npgsql;

namespace CSharpChef.Stacks.Store.Databases;

/// <summary>Reads the URL of a PostgreSQL database into a connection string.</summary>
internal static class PostgresUrl
{
    private const int StatementSeconds = 10;
    private const int MostConnections = 20;
    private const int MostPreparedStatements = 100;

    public static string Parse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("postgres" or "postgresql")
            || ServiceUrl.SplitsPassword(uri))
        {
            throw new StoreException(
                $"The store is not a URL such as postgres://user:password@host:5432/database. {ServiceUrl.Help}");
        }

        if (ServiceUrl.HasPortZero(uri))
        {
            throw new StoreException(
                "The store's URL has the port 0: write the port of PostgreSQL, such as 5432, or leave it out.");
        }

        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Port = uri.Port > 0 ? uri.Port : 5432,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            CommandTimeout = StatementSeconds,
            MaxPoolSize = MostConnections,
            MaxAutoPrepare = MostPreparedStatements,
            NoResetOnClose = true,
            ApplicationName = "csharpchef",
        };
        if (uri.Host.Length > 0)
        {
            settings.Host = uri.Host;
        }

        return string.IsNullOrEmpty(Options(uri, settings).Host)
            ? throw new StoreException(
                "The store's URL names no host: write postgres://USER@HOST/DATABASE, with localhost for a PostgreSQL on this machine.")
            : settings.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Options(Uri uri, NpgsqlConnectionStringBuilder settings)
    {
        foreach (var pair in uri.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(option => option.Split('=', 2)))
        {
            var (name, value) = (
                Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""));
            try
            {
                settings[name] = value;
            }
            catch (ArgumentException)
            {
                throw Refusal(name, value, settings);
            }
        }

        return settings;
    }

    private static StoreException Refusal(string name, string value, NpgsqlConnectionStringBuilder settings) =>
        new(settings.ContainsKey(name)
            ? $"The store's URL gives the option '{Excerpt.Of(name)}' the value '{Excerpt.Of(value)}', which it cannot have: "
                + "correct the value as the documentation of Npgsql describes it."
            : $"The store's URL has the option '{Excerpt.Of(name)}', which PostgreSQL connections do not have.");
}
