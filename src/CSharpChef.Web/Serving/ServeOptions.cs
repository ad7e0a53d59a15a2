using CSharpChef.Stacks.Cluster;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Web.Serving;

/// <summary>All that can be said of a server that is started.</summary>
internal sealed record ServeOptions(StoreOptions Store)
{
    public ServerOptions Web { get; init; } = new();

    public ClusterOptions Cluster { get; init; } = new();

    public Limits Limits { get; init; } = new();

    public string CredentialsPath => Path.Combine(Store.DataFolder, "credentials");
}
