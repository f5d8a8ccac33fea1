graph [
  directed 0
  node [ id 0 host_bandwidth_up "100 Mbit" ]
  node [ id 1 host_bandwidth_up "1 Gbit" ]
  edge [ source 0 target 0 latency "1 ms" packet_loss 0.0 ]
  edge [ source 0 target 1 latency "50 ms" jitter "500 us" packet_loss 0.01 ]
]
