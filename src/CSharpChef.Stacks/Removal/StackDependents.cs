using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Cloud.Addresses;
using CSharpChef.Stacks.Cloud.Balancers;
using CSharpChef.Stacks.Cloud.Clusters;
using CSharpChef.Stacks.Cloud.Databases;
using CSharpChef.Stacks.Cloud.Volumes;
using CSharpChef.Stacks.Cookbooks;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Instances.ServiceErrors;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Stacks.Secrets;

namespace CSharpChef.Stacks.Removal;

/// <summary>Defines what happens to each type of a stack's documents when the stack is deleted.</summary>
internal static class StackDependents
{
    /// <summary>Documents that users must delete before the stack.</summary>
    public static readonly IReadOnlyList<StackDependent> DeletedBefore =
    [
        StackDependent.Of<Instance>(),
        StackDependent.Of<Layer>(),
        StackDependent.Of<App>(),
    ];

    /// <summary>Documents that are deleted together with the stack.</summary>
    public static readonly IReadOnlyList<StackDependent> DeletedWith =
    [
        StackDependent.Of<Permission>(),
        StackDependent.Of<Deployment>(),
        StackDependent.Of<Command>(),
        StackDependent.Of<ServiceError>(),
        StackDependent.Of<Volume>(),
        StackDependent.Of<RaidArray>(),
        StackDependent.Of<ElasticIp>(),
        StackDependent.Of<ElasticLoadBalancer>(),
        StackDependent.Of<RdsDbInstance>(),
        StackDependent.Of<EcsCluster>(),
        StackDependent.Of<StackCookbooks>(),
        StackDependent.Of<StackSecret>(),
        StackDependent.Of<PublishedValues>(),
    ];
}
