using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git.Wires;

/// <summary>
/// Reaches one repository by connections that the caller makes, so that libgit2 neither resolves names nor logs in nor
/// reads proxies.
/// </summary>
internal sealed class GitWire
{
    /// <summary>The scheme of repositories whose every request is a call of its own, as over HTTP.</summary>
    public const string RequestScheme = "csharpchef-request";

    /// <summary>The scheme of repositories behind one stream, as over SSH.</summary>
    public const string StreamScheme = "csharpchef-stream";

    private static readonly ConcurrentDictionary<string, GitWire> Open = new(StringComparer.Ordinal);

    private GitWire(string scheme) => Scheme = scheme;

    private string Scheme { get; }

    /// <summary>Sends a request with a body, or the first one without; returns the answer.</summary>
    public Func<MemoryStream?, Stream>? Request { get; private init; }

    /// <summary>Starts git-upload-pack at the repository.</summary>
    public Func<Stream>? Connect { get; private init; }

    /// <summary>Why the caller's part failed: libgit2 loses exceptions.</summary>
    public Exception? Failure { get; set; }

    /// <param name="request">Gets the body of a request, null for the list of references; returns the answer.</param>
    public static GitWire OfRequests(Func<MemoryStream?, Stream> request) => new(RequestScheme) { Request = request };

    /// <param name="connect">Starts git-upload-pack at the repository; returns its output and input.</param>
    public static GitWire OfStream(Func<Stream> connect) => new(StreamScheme) { Connect = connect };

    /// <summary>The wire of a URL that <see cref="Run"/> gave to libgit2.</summary>
    public static GitWire Find(string url) => Open[new Uri(url).Host];

    /// <summary>Runs a call of libgit2 with a URL that leads to this wire.</summary>
    public T Run<T>(Func<string, T> action)
    {
        WireTransports.Register();
        var id = $"{Guid.NewGuid():N}";
        Open[id] = this;
        try
        {
            return action($"{Scheme}://{id}/");
        }
        catch (LibGit2SharpException) when (Failure is not null)
        {
            ExceptionDispatchInfo.Throw(Failure);
            throw;
        }
        finally
        {
            Open.TryRemove(id, out _);
        }
    }
}
