using System.Text.Json;
using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Cloud.Databases;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Users.Keys;

namespace CSharpChef.Tests.Compatibility;

/// <summary>Every secret of a store in clear, by the id of its owner and its member, as one JSON text.</summary>
internal static class StoreSecrets
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task<string> RevealAsync(DocumentStore store)
    {
        var secrets = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await store.ReadAsync(
            async session =>
            {
                await AddAsync<Stack>(session, secrets, stack => Of(stack.CustomCookbooksSource));
                await AddAsync<Layer>(session, secrets, layer => Of(layer.SecretAttributes));
                await AddAsync<App>(session, secrets, OfApp);
                await AddAsync<RdsDbInstance>(session, secrets, database => [("DbPassword", database.DbPassword)]);
                await AddAsync<AccessKey>(session, secrets, key => [("Secret", key.Secret)]);
                return secrets.Count;
            },
            default);
        return JsonSerializer.Serialize(secrets, Indented) + "\n";
    }

    private static IEnumerable<(string Member, Secret? Secret)> OfApp(App app) =>
    [
        .. Of(app.SecretEnvironment),
        .. Of(app.AppSource),
        ("PrivateKey", app.SslConfiguration?.PrivateKey),
    ];

    private static IEnumerable<(string Member, Secret? Secret)> Of(IReadOnlyDictionary<string, Secret> secrets) =>
        secrets.Select(pair => (pair.Key, (Secret?)pair.Value));

    private static IEnumerable<(string Member, Secret? Secret)> Of(Source? source) =>
        [("Password", source?.Password), ("SshKey", source?.SshKey), ("Url", source?.SealedUrl)];

    private static async Task AddAsync<T>(
        StoreSession session,
        SortedDictionary<string, string> secrets,
        Func<T, IEnumerable<(string Member, Secret? Secret)>> of)
        where T : class, IDocument
    {
        foreach (var owner in await session.AllAsync<T>())
        {
            foreach (var (member, secret) in of(owner).Where(pair => pair.Secret is not null))
            {
                secrets[$"{owner.Id} {member}"] = await session.RevealAsync(owner, secret!);
            }
        }
    }
}
