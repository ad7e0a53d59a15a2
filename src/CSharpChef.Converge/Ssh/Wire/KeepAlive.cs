using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// Sends a request over a silent connection, and declares the connection lost when nothing arrives before the
/// deadline. A stopped sshd or a pulled cable leaves the TCP connection open for minutes, or without end.
/// </summary>
internal sealed class KeepAlive : IDisposable
{
    private readonly SshTransport transport;
    private readonly SshTimes times;
    private readonly Action close;
    private readonly ITimer timer;
    private int isAsking;

    public KeepAlive(SshTransport transport, SshTimes times, TimeProvider time, Action close)
    {
        (this.transport, this.times, this.close) = (transport, times, close);
        var period = times.PingInterval / 3;
        timer = time.CreateTimer(_ => Check(), null, period, period);
    }

    public void Dispose() => timer.Dispose();

    private void Check()
    {
        if (transport.Silence >= times.PingDeadline)
        {
            timer.Dispose();
            transport.Lose($"{transport.Peer} has not answered for {transport.Silence.TotalSeconds:0} s.");
            close();
        }
        else if (transport.Silence >= times.PingInterval && Interlocked.Exchange(ref isAsking, 1) == 0)
        {
            Ask();
        }
    }

    // Sending may block on a slow connection; the timer must go on.
    private void Ask() => Task.Run(() =>
    {
        transport.TrySend(WireMessage.Ping());
        Interlocked.Exchange(ref isAsking, 0);
    });
}
