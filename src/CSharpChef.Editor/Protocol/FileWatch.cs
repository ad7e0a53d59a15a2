namespace CSharpChef.Editor.Protocol;

/// <summary>The request to a client to tell when files of cookbooks change on the disk.</summary>
internal sealed record FileWatch
{
    public const string Method = "client/registerCapability";

    public IReadOnlyList<Registration> Registrations { get; } = [new()];

    internal sealed record Registration
    {
        public string Id { get; } = "cookbooks";

        public string Method { get; } = "workspace/didChangeWatchedFiles";

        public Options RegisterOptions { get; } = new();
    }

    internal sealed record Options
    {
        public IReadOnlyList<Watcher> Watchers { get; } = [new("**/*.{csx,cs,json,liquid}")];
    }

    internal sealed record Watcher(string GlobPattern);
}
