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

        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host.Length > 0 ? uri.Host : null,
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
        return Options(uri, settings).ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Options(Uri uri, NpgsqlConnectionStringBuilder settings)
    {
        foreach (var pair in uri.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(option => option.Split('=', 2)))
        {
            try
            {
                settings[Uri.UnescapeDataString(pair[0])] = Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "");
            }
            catch (ArgumentException)
            {
                throw new StoreException(
                    $"The store's URL has the option '{Excerpt.Of(pair[0])}', which PostgreSQL connections do not have.");
            }
        }

        return settings;
    }
}
