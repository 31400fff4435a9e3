try{let t=localStorage.theme;if(t=="light"||t=="dark")document.documentElement.dataset.theme=t}catch{}if(/[?&](q|skill|focus)=/.test(location.search))document.documentElement.dataset.reading="asked"
