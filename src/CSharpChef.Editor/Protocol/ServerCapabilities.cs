namespace CSharpChef.Editor.Protocol;

/// <summary>What the server can do, as the protocol names it.</summary>
internal sealed record ServerCapabilities
{
    public string PositionEncoding { get; } = "utf-16";

    public Sync TextDocumentSync { get; } = new();

    public Completion CompletionProvider { get; } = new();

    public Signatures SignatureHelpProvider { get; } = new();

    public bool HoverProvider { get; } = true;

    public bool DefinitionProvider { get; } = true;

    public WorkspaceSupport Workspace { get; } = new();

    internal sealed record Sync
    {
        private const int Incremental = 2;

        public bool OpenClose { get; } = true;

        public int Change { get; } = Incremental;

        public bool Save { get; } = true;
    }

    internal sealed record Completion
    {
        public IReadOnlyList<string> TriggerCharacters { get; } = [".", "\"", "[", "/", ":"];

        public bool ResolveProvider { get; } = true;
    }

    internal sealed record Signatures
    {
        public IReadOnlyList<string> TriggerCharacters { get; } = ["(", ","];

        public IReadOnlyList<string> RetriggerCharacters { get; } = [")"];
    }

    internal sealed record WorkspaceSupport
    {
        public FolderSupport WorkspaceFolders { get; } = new();
    }

    internal sealed record FolderSupport
    {
        public bool Supported { get; } = true;

        public bool ChangeNotifications { get; } = true;
    }
}
