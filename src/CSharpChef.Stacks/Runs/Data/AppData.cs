using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Runs.Data;

/// <summary>What recipes see of an app. Pure.</summary>
internal static class AppData
{
    /// <param name="opened">The app.</param>
    /// <param name="context">The command.</param>
    /// <param name="layers">The short names of the layers of the stack by their ids.</param>
    public static AppInfo Of(
        OpenedApp opened, CommandContext context, IReadOnlyDictionary<string, string> layers) =>
        WithTexts(new(opened.App.Shortname), opened) with
        {
            Id = opened.App.AppId,
            DisplayName = opened.App.Name!,
            Type = EnumNames.Of(opened.App.Type!.Value),
            IsDeployed = opened.IsFor
                && (context.Command.Event is LifeCommands.Setup or LifeCommands.SetupLayers
                    || opened.App.AppId == context.Deployment?.AppId),
            Layers = [.. (opened.App.LayerIds ?? []).Where(layers.ContainsKey).Select(id => layers[id])],
            DataSources = [.. (opened.App.DataSources ?? []).Select(DataSource)],
            EnableSsl = opened.App.EnableSsl == true,
            Ssl = Ssl(opened),
        };

    private static AppInfo WithTexts(AppInfo info, OpenedApp opened) => info with
    {
        Source = opened.Source?.Type is not { } type ? null : new(EnumNames.Of(type))
        {
            Url = opened.Source.Url,
            Revision = opened.Source.Revision,
            Username = opened.Source.Username,
            Password = opened.Password,
            SshKey = opened.SshKey,
        },
        Domains = [.. opened.App.Domains ?? []],
        Attributes = opened.App.Attributes ?? new Dictionary<string, string>(),
        Environment = Environment(opened).ToDictionary(pair => pair.Key, pair => pair.Value),
        SecretVariables = [.. opened.SecretEnvironment.Keys],
    };

    private static IEnumerable<KeyValuePair<string, string>> Environment(OpenedApp opened) =>
        (opened.App.Environment ?? []).Where(variable => variable.Secure != true)
            .Select(variable => KeyValuePair.Create(variable.Key, variable.Value))
            .Concat(opened.SecretEnvironment);

    private static DataSourceInfo DataSource(DataSource source) => new(source.Type ?? "None")
    {
        Arn = source.Arn,
        DatabaseName = source.DatabaseName,
    };

    private static SslInfo? Ssl(OpenedApp opened) =>
        opened is { App.SslConfiguration: { } ssl, PrivateKey: { } key }
            ? new(ssl.Certificate, key) { Chain = ssl.Chain }
            : null;
}
