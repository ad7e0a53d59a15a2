using System.Reflection;
using LibGit2Sharp;

namespace CSharpChef.Dependencies.Git;

/// <summary>
/// Fetches one branch or tag without the history before it. LibGit2Sharp has the depth among its options and uses it
/// only when it clones, which takes all branches; so its internal call is made here with the depth set.
/// </summary>
internal static class ShallowFetch
{
    private const BindingFlags Members =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly Library = typeof(Repository).Assembly;
    private static readonly Type Native = Library.GetType("LibGit2Sharp.Core.Proxy", throwOnError: true)!;
    private static readonly Type NativeOptions = Library.GetType("LibGit2Sharp.Core.GitFetchOptions", throwOnError: true)!;

    /// <param name="repository">The repository that gets the objects.</param>
    /// <param name="remote">The name of its remote.</param>
    /// <param name="reference">What is fetched, and the name that it gets: <c>+refs/tags/v1:refs/fetched</c>.</param>
    /// <param name="options">The credentials and the callbacks.</param>
    /// <exception cref="LibGit2SharpException">It cannot be fetched.</exception>
    public static void Run(Repository repository, string remote, string reference, FetchOptions options)
    {
        var handle = typeof(Repository).GetProperty("Handle", Members)!.GetValue(repository);
        using var remoteHandle = (IDisposable)Call("git_remote_lookup", handle, remote, true);
        Call("git_remote_fetch", remoteHandle, new[] { reference }, Converted(options), null);
        GC.KeepAlive(options);
    }

    private static object Converted(FetchOptions options)
    {
        var callbacks = Library.GetType("LibGit2Sharp.RemoteCallbacks", throwOnError: true)!;
        var made = Activator.CreateInstance(callbacks, Members, null, [options], null)!;
        var native = Activator.CreateInstance(NativeOptions, nonPublic: true)!;
        Set(native, "RemoteCallbacks", callbacks.GetMethod("GenerateCallbacks", Members)!.Invoke(made, null));
        Set(native, "download_tags", TagFetchMode.None);
        Set(native, "Depth", 1);
        var proxy = Activator.CreateInstance(Field(native, "ProxyOptions").FieldType)!;
        Set(proxy, "Version", 1u);
        Set(native, "ProxyOptions", proxy);
        return native;
    }

    private static void Set(object native, string field, object? value) => Field(native, field).SetValue(native, value);

    private static FieldInfo Field(object native, string field) => native.GetType().GetField(field, Members)!;

    private static object Call(string method, params object?[] arguments)
    {
        try
        {
            return Native.GetMethod(method, Members)!.Invoke(null, arguments)!;
        }
        catch (TargetInvocationException e) when (e.InnerException is LibGit2SharpException failure)
        {
            throw failure;
        }
    }
}
