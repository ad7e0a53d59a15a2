using System.Text.Json.Serialization;

namespace CSharpChef.Stacks.Layers;

/// <summary>
/// The layer type. All but custom are legacy built-in types: their short names are fixed, and a stack has at most one
/// layer of each.
/// </summary>
internal enum LayerType
{
    [JsonStringEnumMemberName("aws-flow-ruby")]
    AwsFlowRuby,

    [JsonStringEnumMemberName("ecs-cluster")]
    EcsCluster,

    [JsonStringEnumMemberName("java-app")]
    JavaApp,

    Lb,
    Web,

    [JsonStringEnumMemberName("php-app")]
    PhpApp,

    [JsonStringEnumMemberName("rails-app")]
    RailsApp,

    [JsonStringEnumMemberName("nodejs-app")]
    NodejsApp,

    Memcached,

    [JsonStringEnumMemberName("db-master")]
    DbMaster,

    [JsonStringEnumMemberName("monitoring-master")]
    MonitoringMaster,

    Custom,
}
