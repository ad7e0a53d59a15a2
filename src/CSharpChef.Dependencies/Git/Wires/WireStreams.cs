using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git.Wires;

/// <summary>A transport over one stream from start to end.</summary>
internal sealed class WireStreams : SmartSubtransport
{
    private Conversation? conversation;

    protected override SmartSubtransportStream Action(string url, GitSmartSubtransportAction action) => action switch
    {
        GitSmartSubtransportAction.UploadPackList => conversation = new Conversation(this, url),
        GitSmartSubtransportAction.UploadPack => conversation!,
        _ => throw new LibGit2SharpException("sources are only read"),
    };

    protected override void Close() => conversation?.End();

    private sealed class Conversation(SmartSubtransport transport, string url) : SmartSubtransportStream(transport)
    {
        private readonly GitWire wire = GitWire.Find(url);
        private Stream? stream;

        public override int Write(Stream dataStream, long length) => WireBytes.Guard(wire, () =>
        {
            dataStream.CopyTo(Connected());
            Connected().Flush();
            return 0;
        });

        public override int Read(Stream dataStream, long length, out long bytesRead)
        {
            bytesRead = WireBytes.Read(wire, Connected, dataStream, length);
            return 0;
        }

        public void End()
        {
            stream?.Dispose();
            stream = null;
        }

        protected override void Free()
        {
            End();
            base.Free();
        }

        private Stream Connected() => stream ??= wire.Connect!();
    }
}
