using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Records that an Elastic IP no longer belongs to an instance.")]
internal sealed class DisassociateElasticIp : Change<ElasticIpRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(ElasticIpRequest request, Call call)
    {
        await ElasticIpAssignment.DisassociateAsync(await call.GetAsync<ElasticIp>(request.ElasticIp), call);
        return Empty.Value;
    }
}
