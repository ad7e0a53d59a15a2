using System.Security.Cryptography;
using System.Text;

namespace CSharpChef.Testing;

/// <summary>Held while this process changes a file that other processes change too.</summary>
internal sealed class FileMutex : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Mutex mutex;

    private FileMutex(Mutex mutex) => this.mutex = mutex;

    /// <exception cref="ChefTestException">Another process did not release the file in 30 seconds.</exception>
    public static FileMutex Hold(string path)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)));
        var mutex = new Mutex(initiallyOwned: false, $"csharpchef-{name}");
        if (IsHeld(mutex))
        {
            return new FileMutex(mutex);
        }

        mutex.Dispose();
        throw new ChefTestException($"another process has been writing {path} for {Limit.TotalSeconds} seconds");
    }

    public void Dispose()
    {
        mutex.ReleaseMutex();
        mutex.Dispose();
    }

    // A process that ended while it had the mutex left the file as it was before: files are replaced as a whole.
    private static bool IsHeld(Mutex mutex)
    {
        try
        {
            return mutex.WaitOne(Limit);
        }
        catch (AbandonedMutexException)
        {
            return true;
        }
    }
}
