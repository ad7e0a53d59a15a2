using System.Net;
using System.Net.Sockets;
using CSharpChef.Converge.Errors;
using CSharpChef.Recipes;
using CSharpChef.Web.Api;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace CSharpChef.Web.Serving;

/// <summary>
/// The sockets of the URLs to listen on. They are bound before a new server makes its administrator: one that cannot
/// listen leaves no key behind that clients would send to another server. Connections are accepted later.
/// </summary>
internal sealed class ListenSockets : IDisposable
{
    // TCP_NOTSENT_LOWAT of linux/tcp.h
    private const int NotSentLowWater = 25;

    private readonly List<(EndPoint EndPoint, Socket Socket)> bound = [];

    public static ListenSockets Bind(HttpOptions options)
    {
        var sockets = new ListenSockets();
        try
        {
            foreach (var url in ListenUrl.Of(options))
            {
                sockets.RequireNew(url);
                sockets.bound.Add((url.EndPoint, Bind(url)));
            }

            return sockets;
        }
        catch
        {
            sockets.Dispose();
            throw;
        }
    }

    /// <summary>The exception for a socket that cannot be bound or cannot listen.</summary>
    /// <param name="e">The error of the system, or an error with it as its cause.</param>
    /// <param name="url">The URL, or several.</param>
    public static UsageException Failure(Exception e, string url) => new($"Cannot listen on {url}: {Cause(e)}", e);

    /// <summary>Hands the socket of an address over to its new owner.</summary>
    public Socket Take(EndPoint endPoint)
    {
        var index = bound.FindIndex(one => one.EndPoint.Equals(endPoint));
        var socket = bound[index].Socket;
        bound.RemoveAt(index);
        return socket;
    }

    public void Dispose() => bound.ForEach(one => one.Socket.Dispose());

    // The system would name another process, although it is this one that has the port.
    private void RequireNew(ListenUrl url)
    {
        if (bound.Exists(one => Overlap((IPEndPoint)one.EndPoint, url.EndPoint)))
        {
            throw new UsageException(
                $"Cannot listen on {url.Text}: another URL of --urls has the same address and port. Name each address once.");
        }
    }

    private static bool Overlap(IPEndPoint one, IPEndPoint other) =>
        one.Port > 0 && one.Port == other.Port
            && (one.Address.Equals(other.Address) || IsEvery(one.Address) || IsEvery(other.Address));

    private static bool IsEvery(IPAddress address) => address.Equals(IPAddress.IPv6Any);

    private static Socket Bind(ListenUrl url)
    {
        try
        {
            return LimitUnsentBytes(SocketTransportOptions.CreateDefaultBoundListenSocket(url.EndPoint));
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw Failure(e, url.Text);
        }
    }

    // Linux would take megabytes of an answer at once, and more only when a third of them was sent: a slow client
    // would then look like one that takes nothing. Accepted sockets inherit the option.
    private static Socket LimitUnsentBytes(Socket socket)
    {
        if (OperatingSystem.IsLinux())
        {
            socket.SetRawSocketOption(
                (int)ProtocolType.Tcp, NotSentLowWater, BitConverter.GetBytes(AnswerWriter.Slice));
        }

        return socket;
    }

    private static string Cause(Exception e) => (e.GetBaseException() as SocketException)?.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            "the port is in use by another process. End that process, or name another port with --urls.",
        SocketError.AddressNotAvailable =>
            "the address is not one of this machine. Name another with --urls.",
        SocketError.AccessDenied =>
            "the user of this process may not use the port. Name a port from 1024 on with --urls.",
        _ => $"{Reason.Of(e)} Name another address with --urls.",
    };
}
