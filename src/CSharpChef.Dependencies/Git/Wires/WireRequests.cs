using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git.Wires;

/// <summary>A transport whose every request is a call of its own.</summary>
internal sealed class WireRequests : RpcSmartSubtransport
{
    protected override SmartSubtransportStream Action(string url, GitSmartSubtransportAction action) => action switch
    {
        GitSmartSubtransportAction.UploadPackList => new Call(this, url, null),
        GitSmartSubtransportAction.UploadPack => new Call(this, url, new MemoryStream()),
        _ => throw new LibGit2SharpException("sources are only read"),
    };

    protected override void Close()
    {
        // Each call ends by itself.
    }

    // libgit2 writes the whole request before it reads the answer.
    private sealed class Call(SmartSubtransport transport, string url, MemoryStream? body)
        : SmartSubtransportStream(transport)
    {
        private readonly GitWire wire = GitWire.Find(url);
        private Stream? answer;

        public override int Write(Stream dataStream, long length)
        {
            dataStream.CopyTo(body!);
            return 0;
        }

        public override int Read(Stream dataStream, long length, out long bytesRead)
        {
            bytesRead = WireBytes.Read(wire, () => answer ??= Ask(), dataStream, length);
            return 0;
        }

        protected override void Free()
        {
            answer?.Dispose();
            base.Free();
        }

        private Stream Ask()
        {
            body?.Seek(0, SeekOrigin.Begin);
            return wire.Request!(body);
        }
    }
}
