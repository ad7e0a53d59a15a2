using System.Text.Json.Nodes;

namespace CSharpChef.Recipes;

/// <summary>The items of the data bag <c>aws_opsworks_app</c>.</summary>
internal static class OpsWorksApps
{
    public static BagItem Of(AppInfo app) => new(app.Name, new JsonObject
    {
        ["app_id"] = app.Id,
        ["name"] = app.DisplayName,
        ["shortname"] = app.Name,
        ["type"] = app.Type,
        ["deploy"] = app.IsDeployed,
        ["app_source"] = app.Source is { } source ? Source(source, "user") : null,
        ["attributes"] = Attributes(app.Attributes),
        ["data_sources"] = new JsonArray([.. app.DataSources.Select(DataSource)]),
        ["domains"] = BagItem.List(app.Domains),
        ["enable_ssl"] = app.EnableSsl,
        ["ssl_configuration"] = Ssl(app.Ssl),
        ["environment"] = BagItem.Map(app.Environment),
    });

    /// <param name="source">The source.</param>
    /// <param name="user">The key of the user name.</param>
    public static JsonObject Source(SourceInfo source, string user) => new()
    {
        ["type"] = source.Type,
        ["url"] = source.Url,
        [user] = source.Username,
        ["password"] = source.Password,
        ["ssh_key"] = source.SshKey,
        ["revision"] = source.Revision,
    };

    // DocumentRoot is document_root in the data bag.
    private static JsonObject Attributes(IReadOnlyDictionary<string, string> attributes) =>
        BagItem.Map(attributes.Select(pair => KeyValuePair.Create(Snake(pair.Key), pair.Value)));

    private static string Snake(string name) => string.Concat(name.Select((letter, index) =>
        char.IsAsciiLetterUpper(letter)
            ? $"{(index > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}"
            : letter.ToString()));

    private static JsonNode DataSource(DataSourceInfo source) => new JsonObject
    {
        ["type"] = source.Type,
        ["arn"] = source.Arn,
        ["database_name"] = source.DatabaseName,
    };

    private static JsonObject Ssl(SslInfo? ssl) => new()
    {
        ["certificate"] = ssl?.Certificate,
        ["private_key"] = ssl?.PrivateKey,
        ["chain"] = ssl?.Chain,
    };
}
