using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Apps;

/// <summary>What is kept of an app that was deleted, for the recipes that undeploy it. Pure.</summary>
internal static class DeletedApp
{
    /// <summary>The app without its secrets, which are removed with it.</summary>
    public static App Of(App app) => app with
    {
        AppSource = app.AppSource is { } source
            ? source with { Password = null, SshKey = null, SealedUrl = null }
            : null,
        SslConfiguration = null,
        SecretEnvironment = new Dictionary<string, Secret>(),
        Environment = [.. (app.Environment ?? []).Where(variable => variable.Secure != true)],
    };
}
