using System.Net;
using NuGet.Configuration;
using NuGet.Protocol;
using NuGet.Protocol.Core.Types;

namespace CSharpChef.Dependencies.Packages;

/// <summary>Lets NuGet reach feeds by handlers of ours, in place of those that read proxies of the account.</summary>
/// <param name="handler">Makes a handler.</param>
internal sealed class FeedConnections(Func<SocketsHttpHandler> handler)
    : ResourceProvider(typeof(HttpHandlerResource), nameof(FeedConnections), NuGetResourceProviderPositions.First)
{
    public override Task<Tuple<bool, INuGetResource?>> TryCreate(SourceRepository source, CancellationToken token) =>
        Task.FromResult(Tuple.Create<bool, INuGetResource?>(true, Resource(source.PackageSource)));

    private HttpHandlerResourceV3 Resource(PackageSource source)
    {
        var made = handler();
        if (source.Credentials is { } login)
        {
            // Only for the server of the feed, whatever it redirects to.
            var server = new Uri(source.SourceUri.GetLeftPart(UriPartial.Authority));
            var credentials = new NetworkCredential(login.Username, login.Password);
            made.Credentials = new CredentialCache { { server, "Basic", credentials } };
        }

        return new HttpHandlerResourceV3(new HttpClientHandler(), made);
    }
}
