using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Sources;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Runs.Data;

/// <summary>An app with its secrets in clear; without them where the app is not for the instance.</summary>
/// <param name="App">The app.</param>
/// <param name="IsFor">Whether it is for the instance.</param>
internal sealed record OpenedApp(App App, bool IsFor)
{
    /// <summary>The source with its whole URL; its secrets are in the next members.</summary>
    public Source? Source { get; init; }

    public string? Password { get; init; }

    public string? SshKey { get; init; }

    public string? PrivateKey { get; init; }

    /// <summary>The values of secure variables.</summary>
    public IReadOnlyDictionary<string, string> SecretEnvironment { get; init; } = new Dictionary<string, string>();

    public static async Task<OpenedApp> OpenAsync(StoreSession session, App app, Instance instance) =>
        AppLayers.IsFor(app, instance)
            ? await OpenAsync(session, app)
            : new(app, IsFor: false) { Source = SourceUrls.Filter(app.AppSource) };

    private static async Task<OpenedApp> OpenAsync(StoreSession session, App app) =>
        new(app, IsFor: true)
        {
            Source = await SourceUrls.OpenAsync(app, app.AppSource, session),
            Password = await RevealAsync(session, app, app.AppSource?.Password),
            SshKey = await RevealAsync(session, app, app.AppSource?.SshKey),
            PrivateKey = await RevealAsync(session, app, app.SslConfiguration?.PrivateKey),
            SecretEnvironment = await VariablesAsync(session, app),
        };

    private static async Task<IReadOnlyDictionary<string, string>> VariablesAsync(StoreSession session, App app)
    {
        var values = new Dictionary<string, string>();
        foreach (var (key, secret) in app.SecretEnvironment)
        {
            values[key] = await session.RevealAsync(app, secret);
        }

        return values;
    }

    private static async Task<string?> RevealAsync(StoreSession session, App app, Secret? secret) =>
        secret is null ? null : await session.RevealAsync(app, secret);
}
