Creator "a test"
graph [
  directed 0
  node [ id 1 label "Köln" lon 6.96 lat 50.94 ]
  node [ id 2 label "Bonn &amp; Rhein" lon 7.1 lat 50.73 ]
  node [ id "x" label "Trier" lon 6.64 lat 49.76 ]
  edge [ id "e1" source 1 target 2 dist 25.0 ]
  edge [ id "e2" source 2 target 1 dist 24.0 ]
  edge [ source 2 target "x" dist 113.5 ]
]
